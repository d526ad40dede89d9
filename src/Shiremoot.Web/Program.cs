return await Shiremoot.Web.Start.Command.RunAsync(args);
