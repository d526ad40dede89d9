using Shiremoot.Futures.Extracts;
using Shiremoot.Terms;

namespace Shiremoot.Futures;

/// <summary>
/// The rows of some people, in every extract, before they are written. Filled by one thread; people are added in any order, but the same people
/// in the same order make the same rows.
/// </summary>
public sealed class ExtractChunk
{
    private readonly ExtractPlan plan;
    private readonly IRegistrar registrar;
    private readonly ExtractRow row;
    private readonly RegisterState[] registers;
    private readonly LayoutState[] layouts;
    private int person;

    internal ExtractChunk(ExtractPlan plan, IRegistrar registrar)
    {
        (this.plan, this.registrar) = (plan, registrar);
        row = new ExtractRow { Until = plan.Run.Until };
        registers = [.. plan.Registers.Select(_ => new RegisterState())];
        layouts = [.. plan.Layouts.Select(l => new LayoutState(l))];
        Truth = new RowBuffer(',', quoteAll: false);
        Kin = new RowBuffer(',', quoteAll: false);
    }

    internal long Number { get; private set; }

    internal RowBuffer Truth { get; }

    internal RowBuffer Kin { get; }

    /// <summary>Adds what the agencies hold of one person. Neither life nor identity is kept.</summary>
    public void Add(Life life, Identity identity)
    {
        (row.Life, row.Identity) = (life, identity);
        row.Cases.Index(life.Events);
        person++;
        foreach (RegisterState register in registers) register.Clear();
        foreach (LayoutState layout in layouts) layout.Begin();
        ReadOnlySpan<LifeEvent> events = life.Events;
        for (int i = 0; i < events.Length; i++)
        {
            if (events[i].Day >= plan.Run.Until) break;
            if (events[i].Day < plan.Run.From) continue;
            foreach (int number in plan.LayoutsOf[events[i].Kind])
                if (plan.Layouts[number].Holds(events[i], life, row.Cases, plan.Run.Until)) AddRow(layouts[number], i, life, identity);
        }
        AddTruth(life.Person, identity);
    }

    internal RowBuffer Rows(int layout) => layouts[layout].Rows;

    internal ExtractChunk Begin(long number)
    {
        Number = number;
        foreach (LayoutState layout in layouts) layout.Clear();
        Truth.Clear();
        Kin.Clear();
        return this;
    }

    internal void Sort()
    {
        foreach (LayoutState layout in layouts) layout.Rows.Sort();
    }

    private void AddRow(LayoutState layout, int index, Life life, Identity identity)
    {
        ref readonly LifeEvent e = ref life.Events[index];
        LayoutPlan how = layout.Plan;
        if (how.Layout.Rows.Once == RowOnce.Case && layout.HadCase(e.Case, person)) return;
        Chance chance = new(plan.Run.Seed, (ulong)life.Person, ExtractChances.Row + ((uint)how.Number << ExtractChances.Share) + (uint)index);
        (uint times, uint drawn) = (chance.Bits(), chance.Bits());
        int registration = RegistrationOf(how.Register, e, index, life, identity);
        if (how.Layout.Rows.Once == RowOnce.Reference && layout.Had(registration)) return;
        RegisterState register = registers[how.Register];
        row.Put(index, register.Written, registration, register.References[registration]);
        row.Draw(times, drawn);
        ulong key = ((ulong)(e.Day - plan.Run.From) << 47) | (Scramble.Mixed(((ulong)life.Person << 20) ^ (ulong)index ^ how.Salt) >> 18 << 1);
        if (layout.Write(row, key, chance.Share(), chance.Share())) layout.Good |= 1 << registration;
    }

    // All that is written of a case stands under one reference.
    private int RegistrationOf(int number, in LifeEvent e, int index, Life life, Identity identity)
    {
        RegisterState register = registers[number];
        uint purpose = ExtractChances.Register + ((uint)number << 4);
        int agency = plan.Registers[number].Habits;
        if (register.Count == 0)
        {
            Chance howMany = new(plan.Run.Seed, (ulong)life.Person, purpose + 15);
            register.Count = registrar.References(identity, life, agency, ref howMany);
            if (register.Count is < 1 or > IRegistrar.MostReferences) throw new InvalidOperationException($"A person has {register.Count} references; from 1 to {IRegistrar.MostReferences} can be written.");
        }
        int registration = 0;
        if (register.Count > 1)
        {
            uint about = e.Case >= 0 ? (uint)e.Case : 0x8_0000u + (uint)index;
            Chance which = new(plan.Run.Seed, (ulong)life.Person, ExtractChances.Case + ((uint)number << ExtractChances.Share) + about);
            registration = which.Below(register.Count);
        }
        if (register.Begin(registration))
        {
            Chance writing = new(plan.Run.Seed, (ulong)life.Person, purpose + (uint)registration);
            registrar.Write(identity, life, agency, registration, e.Day, ref writing, ref register.Written[registration]);
            register.References[registration] = plan.Registers[number].Scramble.Of(((ulong)life.Person * IRegistrar.MostReferences) + (ulong)registration);
        }
        return registration;
    }

    private void AddTruth(long subject, Identity identity)
    {
        bool any = false;
        foreach (LayoutState layout in layouts)
        {
            for (int registration = 0; layout.Good >> registration != 0; registration++)
            {
                if ((layout.Good >> registration & 1) == 0) continue;
                RegisterPlan register = plan.Registers[layout.Plan.Register];
                Truth.Text(layout.Plan.Layout.Agency);
                Truth.EndField();
                Truth.Text(layout.Plan.Layout.Id);
                Truth.EndField();
                register.Form.Write(registers[layout.Plan.Register].References[registration], 0, Truth);
                Truth.EndField();
                plan.WritePerson(subject, Truth);
                Truth.EndField();
                Truth.EndRow(0, -1);
                any = true;
            }
        }
        if (!any || identity.Kinship == Kinship.None || identity.KinOf < 0) return;
        plan.WritePerson(subject, Kin);
        Kin.EndField();
        Kin.Text(ExtractPlan.WordOf(identity.Kinship));
        Kin.EndField();
        plan.WritePerson(identity.KinOf, Kin);
        Kin.EndField();
        Kin.EndRow(0, -1);
    }
}
