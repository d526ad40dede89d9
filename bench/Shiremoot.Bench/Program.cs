using Shiremoot.Bench;

switch (args)
{
    case ["store-writing", var address, var rows]:
        StoreWriting.Run(address, int.Parse(rows));
        return 0;
    default:
        Console.Error.WriteLine("Say which benchmark: store-writing ADDRESS ROWS.");
        return 2;
}
