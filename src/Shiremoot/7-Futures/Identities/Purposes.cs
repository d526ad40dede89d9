namespace Shiremoot.Futures.Identities;

/// <summary>The purposes of the streams of chance drawn from here: each person has one stream for each.</summary>
static class Purposes
{
    public const uint Community = 0x4944_0001, Names = 0x4944_0002, OtherForename = 0x4944_0003, Homes = 0x4944_0004, Family = 0x4944_0005,
        OneHome = 0x4944_0006;
}
