-- The service's account and its database, by sqlcmd as sa, with the account's password in the variable Password.
-- Done again it changes nothing but the password.
IF SUSER_ID(N'crowddx') IS NULL
    CREATE LOGIN crowddx WITH PASSWORD = N'$(Password)';
ELSE
    ALTER LOGIN crowddx WITH PASSWORD = N'$(Password)';
GO
IF DB_ID(N'crowddx') IS NULL
    CREATE DATABASE crowddx;
GO
IF EXISTS (SELECT 1 FROM sys.databases WHERE name = N'crowddx' AND is_read_committed_snapshot_on = 0)
    ALTER DATABASE crowddx SET READ_COMMITTED_SNAPSHOT ON WITH ROLLBACK IMMEDIATE;
GO
USE crowddx;
GO
IF USER_ID(N'crowddx') IS NULL
    CREATE USER crowddx FOR LOGIN crowddx;
ELSE
    -- One that came with a restored database belongs to the account of another server.
    ALTER USER crowddx WITH LOGIN = crowddx;
ALTER ROLE db_owner ADD MEMBER crowddx;
GO
