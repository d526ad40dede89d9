namespace Shiremoot.Web.Pages.Picture;

/// <summary>A question a place must be able to answer; measures say which they bear on by its id.</summary>
internal sealed record Question(string Id, string Asks)
{
    /// <summary>The question of an id, as its file asks it; one a place made up stands for itself.</summary>
    public static Question Of(Shire shire, string id) => shire.QuestionOf(id).Refused(out _, out Shiremoot.Picture.Question? known) ? new(id, id) : new(known.Id, known.Asks);
}
