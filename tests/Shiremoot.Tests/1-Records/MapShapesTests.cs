using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Shiremoot.Records;
using Shiremoot.Records.Areas;
using Shiremoot.Terms;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Records;

public sealed class MapShapesTests
{
    [Theory]
    [InlineData("local-authorities", 361)]
    [InlineData("police-forces", 43)]
    [InlineData("lsoas-west-midlands", 1719)]
    public void Boundaries_hold_every_area_and_draw_inside_the_box(string id, int areas)
    {
        AreaBoundaries boundaries = TheVocabulary.Geography.Boundaries(id).Value;
        boundaries.Codes.Count.ShouldBe(areas);
        MapDrawing map = MapShapes.Draw(boundaries, 600, 800);
        map.Shapes.Count.ShouldBe(areas);
        foreach (MapShape shape in map.Shapes)
        {
            Regex.IsMatch(shape.Path, @"^(M[\d.]+,[\d.]+(L[\d.]+,[\d.]+)*Z)+$").ShouldBeTrue(shape.Code);
            foreach (Match point in Regex.Matches(shape.Path, @"([\d.]+),([\d.]+)"))
            {
                double.Parse(point.Groups[1].ValueSpan, CultureInfo.InvariantCulture).ShouldBeInRange(3.9, 596.1);
                double.Parse(point.Groups[2].ValueSpan, CultureInfo.InvariantCulture).ShouldBeInRange(3.9, 796.1);
            }
        }
    }

    [Fact]
    public void A_square_on_the_equator_is_drawn_square_and_north_is_up()
    {
        AreaBoundaries boundaries = Parse("""{"type":"FeatureCollection","features":[{"properties":{"code":"A","name":"A"},"geometry":{"type":"Polygon","coordinates":[[[0,-1],[2,-1],[2,1],[0,1],[0,-1]]]}}]}""").Value;
        MapDrawing map = MapShapes.Draw(boundaries, 120, 220, margin: 10);
        map.Shapes.ShouldBe([new MapShape("A", "A", "M10,160L110,160L110,60L10,60Z", 60, 110)]);
    }

    [Fact]
    public void Far_north_a_degree_of_longitude_is_drawn_shorter()
    {
        AreaBoundaries boundaries = Parse("""{"features":[{"properties":{"code":"A","name":"A"},"geometry":{"type":"Polygon","coordinates":[[[0,59],[2,59],[2,61],[0,61],[0,59]]]}}]}""").Value;
        MapShapes.Draw(boundaries, 100, 100, margin: 0).Shapes[0].Path.ShouldBe("M25,100L75,100L75,0L25,0Z"); // cos 60 = 0.5
    }

    [Fact]
    public void Chosen_areas_fill_the_box()
    {
        AreaBoundaries all = TheVocabulary.Geography.Boundaries("local-authorities").Value;
        HashSet<string> seven = [.. TheVocabulary.Geography.Children("E47000007", AreaKind.LocalAuthority).Select(a => a.Code)];
        MapShapes.Draw(all, 500, 500, seven).Shapes.Select(s => s.Code).ShouldBe(seven, ignoreOrder: true);
        using JsonDocument json = JsonDocument.Parse(all.ToGeoJson(seven));
        json.RootElement.GetProperty("features").EnumerateArray().Select(f => f.GetProperty("properties").GetProperty("code").GetString()).ShouldBe(seven, ignoreOrder: true);
    }

    [Fact]
    public void What_is_written_as_GeoJSON_reads_back_the_same()
    {
        AreaBoundaries all = TheVocabulary.Geography.Boundaries("police-forces").Value;
        AreaBoundaries again = BoundaryFile.Parse(all.ToGeoJson(), "again", "again").Value;
        again.Codes.ShouldBe(all.Codes);
        MapShapes.Draw(again, 300, 300).Shapes.ShouldBe(MapShapes.Draw(all, 300, 300).Shapes);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"features\":{}}")]
    [InlineData("{\"features\":[{}]}")]
    [InlineData("{\"features\":[],}")]
    [InlineData("{\"features\":[{\"properties\":{\"code\":\"A\",\"name\":\"A\"},\"geometry\":{\"type\":\"Point\",\"coordinates\":[0,0]}}]}")]
    [InlineData("{\"features\":[{\"properties\":{\"code\":\"A\",\"name\":\"A\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,1],[0,0]]]}}]}")]
    [InlineData("{\"features\":[{\"properties\":{\"code\":\"A\",\"name\":\"A\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1],[1,0],[0,0]]]}}]}")]
    [InlineData("{\"features\":[{\"properties\":{\"code\":\"A\",\"name\":\"A\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[400000,300000],[1,1],[1,0],[0,0]]]}}]}")]
    [InlineData("[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]")]
    public void What_is_not_a_collection_of_polygons_is_refused(string json)
    {
        Parse(json).Refused(out Refusal? why, out _).ShouldBeTrue();
        why.Code.ShouldBe("RECORDS-04");
    }

    [Fact]
    public void An_unknown_set_of_boundaries_is_refused_with_the_ones_there_are()
    {
        TheVocabulary.Geography.Boundaries("wards").Refused(out Refusal? why, out _).ShouldBeTrue();
        why.Try.ShouldContain("police-forces");
    }

    private static Outcome<AreaBoundaries> Parse(string json) => BoundaryFile.Parse(Encoding.UTF8.GetBytes(json), "test.geojson", "Test");
}
