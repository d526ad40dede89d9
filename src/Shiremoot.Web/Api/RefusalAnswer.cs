using Shiremoot.Terms;

namespace Shiremoot.Web.Api;

/// <summary>A room's outcome as an answer: its value as JSON, or its refusal as problem details whose type is the refusal's code.</summary>
internal static class RefusalAnswer
{
    public static IResult Answer<T>(this Outcome<T> outcome) =>
        outcome.Refused(out Refusal? why, out T? value) ? why.Answer() : Results.Json(value);

    /// <summary>A refusal as problem details.</summary>
    /// <param name="refusal">Why there is no value.</param>
    /// <param name="status">409 by default: the request was well made, but the place's data does not allow it. 404 and 400 where they say more.</param>
    public static IResult Answer(this Refusal refusal, int status = StatusCodes.Status409Conflict) =>
        Results.Problem(type: refusal.Code, title: refusal.Says, detail: refusal.Try, statusCode: status, extensions: refusal.Details.Count == 0 ? [] : [new("details", refusal.Details)]);
}
