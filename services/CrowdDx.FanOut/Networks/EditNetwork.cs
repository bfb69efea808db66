using CrowdDx.Data;
using CrowdDx.Data.Accounts;
using CrowdDx.Data.FanOut;
using CrowdDx.Data.Requests;
using CrowdDx.Data.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace CrowdDx.FanOut.Networks;

/// <summary>Creates a network, or changes one that the caller looks after.</summary>
public sealed class EditNetwork(CrowdDxDbContext db, ReadNetworks read, TimeProvider clock)
{
    private static readonly Problem NotForYou = new(
        StatusCodes.Status403Forbidden, "role-needed", "Only curators and operators create networks.", "Ask an operator for the curator's role.");

    private static readonly Problem NameTaken = new(StatusCodes.Status409Conflict, "name-taken", "A network of this name exists already.", "Choose another name.");

    /// <summary>Creates a network; the caller becomes its curator unless others are named.</summary>
    public async Task<Reply<NetworkView>> CreateAsync(Caller caller, NetworkRequest request, CancellationToken cancellationToken)
    {
        if ((caller.Roles & (AccountRoles.Curator | AccountRoles.Operator)) == AccountRoles.None)
            return NotForYou;
        var errors = request.Check(creating: true);
        await CheckCuratorsAsync(request, errors, cancellationToken);
        if (!errors.None)
            return Problem.Invalid(errors);

        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        var network = new ExpertNetwork
        {
            Id = id,
            Name = request.Name!.Trim(),
            NormalizedName = NetworkRequest.Normalize(request.Name),
            Description = request.Description!.Trim(),
            Rules = request.Rules?.Trim() ?? "",
            Specialties = request.Specialties!.Distinct().ToArray(),
            Languages = request.Languages is { Count: > 0 } languages ? languages.Distinct().ToArray() : ["en"],
            Country = Country(request.Country),
            JoinPolicy = request.JoinPolicy ?? JoinPolicy.Open,
            AllowsHour = request.AllowsHour ?? false,
            CreatedAt = now,
            Curators = [.. (request.Curators ?? [caller.Id]).Distinct().Select(curator => new NetworkCurator { NetworkId = id, AccountId = curator })],
        };
        db.ExpertNetworks.Add(network);
        db.Audit("network.create", caller.Id, id);
        return await SaveAsync(caller, id, cancellationToken);
    }

    /// <summary>Changes a network; 404 where the caller neither looks after it nor operates the service.</summary>
    public async Task<Reply<NetworkView>> ChangeAsync(Caller caller, Guid networkId, NetworkRequest request, CancellationToken cancellationToken)
    {
        var network = await db.ExpertNetworks.Include(n => n.Curators)
            .SingleOrDefaultAsync(n => n.Id == networkId && (caller.IsOperator || n.Curators.Any(c => c.AccountId == caller.Id)), cancellationToken);
        if (network is null)
            return Problem.NotFound;
        var errors = request.Check(creating: false);
        await CheckCuratorsAsync(request, errors, cancellationToken);
        if (!errors.None)
            return Problem.Invalid(errors);

        if (request.Name is not null)
            (network.Name, network.NormalizedName) = (request.Name.Trim(), NetworkRequest.Normalize(request.Name));
        network.Description = request.Description?.Trim() ?? network.Description;
        network.Rules = request.Rules?.Trim() ?? network.Rules;
        network.Specialties = request.Specialties?.Distinct().ToArray() ?? network.Specialties;
        network.Languages = request.Languages is { Count: > 0 } languages ? languages.Distinct().ToArray() : network.Languages;
        network.Country = request.Country is null ? network.Country : Country(request.Country);
        network.JoinPolicy = request.JoinPolicy ?? network.JoinPolicy;
        network.AllowsHour = request.AllowsHour ?? network.AllowsHour;
        if (request.Curators is not null)
            ReplaceCurators(network, request.Curators);
        db.Audit("network.change", caller.Id, networkId);
        return await SaveAsync(caller, networkId, cancellationToken);
    }

    private async Task<Reply<NetworkView>> SaveAsync(Caller caller, Guid networkId, CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (exception.IsUniqueViolation())
        {
            return NameTaken;
        }
        return await read.ReadBackAsync(caller, networkId, cancellationToken);
    }

    private async Task CheckCuratorsAsync(NetworkRequest request, FieldErrors errors, CancellationToken cancellationToken)
    {
        if (request.Curators is not { Count: > 0 } wanted || !errors.None)
            return;
        var found = await db.Accounts
            .Where(a => wanted.Contains(a.Id) && a.ErasedAt == null && (a.Roles & (AccountRoles.Curator | AccountRoles.Operator)) != AccountRoles.None)
            .CountAsync(cancellationToken);
        if (found < wanted.Distinct().Count())
            errors.Add("curators", "Name accounts that have the curator's role.");
    }

    private static void ReplaceCurators(ExpertNetwork network, IReadOnlyList<Guid> wanted)
    {
        foreach (var gone in network.Curators.Where(c => !wanted.Contains(c.AccountId)).ToList())
            network.Curators.Remove(gone);
        foreach (var added in wanted.Distinct().Where(id => network.Curators.All(c => c.AccountId != id)))
            network.Curators.Add(new() { NetworkId = network.Id, AccountId = added });
    }

    private static string? Country(string? country) => string.IsNullOrEmpty(country) ? null : country.ToUpperInvariant();
}
