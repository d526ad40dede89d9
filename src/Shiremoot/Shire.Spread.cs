using Shiremoot.Futures;
using Shiremoot.Storage;
using Shiremoot.Terms;

namespace Shiremoot;

public sealed partial class Shire
{
    private const string SpreadSchema = "work", SpreadSteps = "Shiremoot.Futures.Spreading.";

    /// <summary>Opens what a team's workers share: simulations in slices, in a schema of its own of the team's PostgreSQL. Refused where the address is not of one.</summary>
    /// <param name="address">The address; null for SHIREMOOT_STORE.</param>
    /// <param name="clock">The clock.</param>
    public static Outcome<TeamStore> SpreadStore(string? address, TimeProvider clock)
    {
        string? at = address ?? Environment.GetEnvironmentVariable("SHIREMOOT_STORE");
        if (string.IsNullOrEmpty(at) || !Stores.IsPostgres(at)) return Refusals.NoTeamStore(at);
        return Stores.OpenShared(at, SpreadSchema, SchemaSteps.Of(typeof(Shire).Assembly, SpreadSteps), clock);
    }
}
