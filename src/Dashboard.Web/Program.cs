using Dashboard.Web.CommandLine;

return await Commands.RunAsync(args, Console.Out, Console.Error);
