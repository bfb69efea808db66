# Two images: --target gateway, --target worker.
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY .editorconfig global.json Directory.Build.props Directory.Packages.props ./
COPY build/ build/
COPY services/ services/
COPY gateway/ gateway/
# SQL Server's driver wants cultures, and here gets Microsoft's own package in place of the stand-in (ADR 0007). A newer SDK may warn of more than ours does.
ENV PUBLISH="-c Release --use-current-runtime --no-self-contained -p:InvariantGlobalization=false -p:RealSqlServerTypes=true -p:TreatWarningsAsErrors=false"
RUN dotnet publish gateway/CrowdDx.Gateway -o /out/gateway $PUBLISH
RUN dotnet publish services/CrowdDx.Worker -o /out/worker $PUBLISH
RUN mkdir /out/keys

# No shell, no package manager, not root; "extra" has ICU, and the time zones that quiet hours need.
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled-extra AS host
WORKDIR /app
ENV Urls=http://+:8080 ASPNETCORE_HTTP_PORTS= DOTNET_EnableDiagnostics=0
EXPOSE 8080
USER $APP_UID

FROM host AS worker
COPY --from=build /out/worker/ ./
ENTRYPOINT ["dotnet", "CrowdDx.Worker.dll"]

FROM host AS gateway
# An empty volume that is mounted here gets the owner of the folder: the images' own account.
COPY --from=build --chown=1654:1654 /out/keys/ /keys/
ENV Accounts__KeysFolder=/keys
COPY --from=build /out/gateway/ ./
ENTRYPOINT ["dotnet", "CrowdDx.Gateway.dll"]
