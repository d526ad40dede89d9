using Shiremoot.Bench;

switch (args)
{
    case ["intake"]:
        Intake.Run(2_000_000);
        return 0;
    case ["intake", var rows]:
        Intake.Run(int.Parse(rows));
        return 0;
    case ["intake-parts"]:
        IntakeParts.Run(500_000);
        return 0;
    case ["linkage-pairs"]:
        LinkagePairs.Run();
        return 0;
    case ["store-writing", var address, var rows]:
        StoreWriting.Run(address, int.Parse(rows));
        return 0;
    case ["generated-realism", var folder]:
        GeneratedRealism.Run(folder, all: false);
        return 0;
    case ["generated-realism", var folder, "--errors"]:
        GeneratedRealism.Run(folder, all: true);
        return 0;
    case ["linkage-living", var file]:
        LinkingLiving.Run(file);
        return 0;
    default:
        Console.Error.WriteLine("Say which benchmark: intake [ROWS], intake-parts, linkage-pairs, store-writing ADDRESS ROWS, generated-realism FOLDER [--errors], linkage-living FILE.");
        return 2;
}
