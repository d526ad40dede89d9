using Shiremoot.Storage;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Storage;

public sealed class PlaceFilesTests : IDisposable
{
    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("placefiles");

    public void Dispose() => root.Delete(recursive: true);

    [Fact]
    public void A_places_file_stands_in_for_the_countrys_of_the_same_name_and_the_rest_are_both_there_in_order_of_name()
    {
        (string country, string place) = (Make("vocabulary", "b.yaml", "c.yaml", "notes.txt"), Make("my-county", "a.yaml", "c.yaml"));
        PlaceFiles.In([country, place], "measures").Select(f => f.ShownAs).ShouldBe(["measures/a.yaml", "vocabulary/measures/b.yaml", "measures/c.yaml"]);
        PlaceFiles.In([country, place], "measures")[2].Path.ShouldBe(Path.Combine(place, "measures", "c.yaml"));
    }

    [Fact]
    public void A_place_alone_has_its_own_files_and_a_folder_that_is_not_there_has_none()
    {
        string place = Make("my-county", "a.yaml");
        PlaceFiles.In([place], "measures").Select(f => f.ShownAs).ShouldBe(["measures/a.yaml"]);
        PlaceFiles.In([Path.Combine(root.FullName, "nowhere"), place], "measures").Count.ShouldBe(1);
        PlaceFiles.In([place], "feeds").ShouldBeEmpty();
    }

    private string Make(string name, params string[] files)
    {
        string folder = Directory.CreateDirectory(Path.Combine(root.FullName, name, "measures")).Parent!.FullName;
        foreach (string file in files) File.WriteAllText(Path.Combine(folder, "measures", file), "id: x");
        return folder;
    }
}
