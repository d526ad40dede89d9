namespace Shiremoot.Futures.Contracts;

/// <summary>The legs of a contract, and which of them each thing that is paid fills: a sum is divided among the legs of its group to the penny.</summary>
internal sealed class SettlementPlan
{
    private readonly List<BudgetLeg> legs = [];
    private readonly List<(int First, PartyShare[] Shares)> groups = [];

    public SettlementPlan(Contract contract)
    {
        Contract = contract;
        Provision = [.. contract.Lines.Select(l => l.Provider < 0 ? -1 : One(l.Title, LegKind.Provision, l.PaidBy, l.Provider))];
        Charge = [.. contract.Lines.Select(l => l.ChargedTo < 0 ? -1 : One($"Charge for {Small(l.Title)}", LegKind.Charge, l.ChargedTo, l.PaidBy))];
        Sum = [.. contract.Sums.Select(s => One(s.Name, s.Kind switch { ContractSumKind.Grant => LegKind.Grant, ContractSumKind.Upfront => LegKind.Upfront, _ => LegKind.Service }, s.From, s.To))];
        Payment = [.. contract.Rules.Select(r => r.CanPay ? Many(r.Name, LegKind.Payment, r.From, r.To) : -1)];
        Back = [.. contract.Rules.Select(r => r.Back is null ? -1 : Many($"Pay-back: {Small(r.Name)}", LegKind.PayBack, r.To, r.From))];
        Exit = [.. contract.Sums.Select(s => contract.Break is null || s.Kind != ContractSumKind.Upfront ? -1 : One($"Owed on leaving: {Small(s.Name)}", LegKind.PayBack, contract.Break.By, s.From))];
        (ReserveIn, ReserveOut, ReserveBack, PoolIn, PoolOut) = (-1, -1, -1, -1, -1);
        if (contract.Reserve is { } reserve)
        {
            PartyShare[] pot = [new(reserve.Pot, 1)];
            ReserveIn = Many("Paid into the reserve", LegKind.Reserve, reserve.From, pot);
            ReserveOut = One("Paid out of the reserve", LegKind.Reserve, reserve.Pot, contract.Holder);
            ReserveBack = Many("Left of the reserve", LegKind.Reserve, pot, reserve.From);
        }
        if (contract.Pool is { } pool)
        {
            PoolIn = One("From the pool", LegKind.Pool, pool.Pot, contract.Holder);
            PoolOut = One("To the pool", LegKind.Pool, contract.Holder, pool.Pot);
        }
        MostShares = groups.Count == 0 ? 1 : groups.Max(g => g.Shares.Length);
    }

    public Contract Contract { get; }

    public IReadOnlyList<BudgetLeg> Legs => legs;

    /// <summary>The longest list of shares of a group.</summary>
    public int MostShares { get; }

    /// <summary>The group of each line, sum and rule; -1 where it has none.</summary>
    public int[] Provision { get; }

    public int[] Charge { get; }

    public int[] Sum { get; }

    public int[] Payment { get; }

    public int[] Back { get; }

    public int[] Exit { get; }

    public int ReserveIn { get; }

    public int ReserveOut { get; }

    public int ReserveBack { get; }

    public int PoolIn { get; }

    public int PoolOut { get; }

    public int First(int group) => groups[group].First;

    public ReadOnlySpan<PartyShare> Shares(int group) => groups[group].Shares;

    private static string Small(string title) => title.Length == 0 ? title : $"{char.ToLowerInvariant(title[0])}{title[1..]}";

    private int One(string name, LegKind kind, int from, int to) => Many(name, kind, [new(from, 1)], [new(to, 1)]);

    private int Many(string name, LegKind kind, IReadOnlyList<PartyShare> from, IReadOnlyList<PartyShare> to)
    {
        int first = legs.Count;
        List<PartyShare> shares = [];
        foreach (PartyShare payer in from)
            foreach (PartyShare getter in to)
            {
                legs.Add(new(name, kind, payer.Party, getter.Party));
                shares.Add(new(getter.Party, payer.Share * getter.Share));
            }
        groups.Add((first, [.. shares]));
        return groups.Count - 1;
    }
}
