using CrowdDx.Data;
using CrowdDx.Data.FanOut;
using Microsoft.EntityFrameworkCore;

namespace CrowdDx.FanOut.Waves;

/// <summary>Cuts a network into chunks that one statement each can invite.</summary>
internal static class WaveChunks
{
    /// <summary>The ranges of expert ids, in the database's own order, that cut a network's active members into chunks.</summary>
    /// <returns>Ranges in order, each from its first expert to before the first of the next; the last ends before an id that nobody has.</returns>
    public static async Task<List<(Guid From, Guid Before)>> OfAsync(
        CrowdDxDbContext db, Guid networkId, bool openToAll, DateTimeOffset now, int size, CancellationToken cancellationToken)
    {
        var members = db.Memberships
            .Where(m => m.NetworkId == networkId && m.Status == MembershipStatus.Active && (m.VerifiedUntil == null || m.VerifiedUntil > now || openToAll))
            .Select(m => m.ExpertId)
            .OrderBy(id => id);
        var firsts = new List<Guid>();
        var first = await members.FirstOrDefaultAsync(cancellationToken);
        while (first != default)
        {
            firsts.Add(first);
            // One step along the index for each chunk, so that nothing is numbered or sorted.
            var from = first;
            first = await members.Where(id => id >= from).Skip(size).FirstOrDefaultAsync(cancellationToken);
        }
        return [.. firsts.Zip(firsts.Skip(1).Append(Guid.AllBitsSet))];
    }
}
