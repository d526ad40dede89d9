using Shiremoot.Terms;

namespace Shiremoot.Web.Api;

/// <summary>A room's outcome as an answer: its value as JSON, or its refusal as problem details whose type is the refusal's code.</summary>
internal static class RefusalAnswer
{
    public static IResult Answer<T>(this Outcome<T> outcome) =>
        outcome.Refused(out Refusal? why, out T? value) ? why.Answer() : Results.Json(value);

    /// <summary>A refusal as problem details.</summary>
    /// <param name="refusal">Why there is no value.</param>
    /// <param name="status">By default as the refusal says: 404 for a name that does not exist, 400 for a question made wrongly, 409 where the place's data does not allow it.</param>
    public static IResult Answer(this Refusal refusal, int? status = null) =>
        Results.Problem(type: refusal.Code, title: refusal.Says, detail: refusal.Try, statusCode: status ?? StatusOf(refusal), extensions: refusal.Details.Count == 0 ? [] : [new("details", refusal.Details)]);

    private static int StatusOf(Refusal refusal) => refusal.Of switch
    {
        RefusalOf.Name => StatusCodes.Status404NotFound,
        RefusalOf.Question => StatusCodes.Status400BadRequest,
        _ => StatusCodes.Status409Conflict,
    };
}
