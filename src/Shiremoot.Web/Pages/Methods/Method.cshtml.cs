using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shiremoot.Web.Methods;

namespace Shiremoot.Web.Pages.Methods;

public sealed class MethodPageModel(MethodShelf shelf) : PageModel
{
    public MethodPage Method { get; private set; } = null!;

    public IActionResult OnGet(string name)
    {
        if (shelf.Find(name) is not { } found) return NotFound();
        Method = found;
        return Page();
    }
}
