// Preloaded into the web server and the worker: when the process that keeps them running is killed without a chance to
// stop them, its end of this channel closes and they go too. Otherwise they would hold the port against the next start.
if (process.channel) {
  process.channel.unref();
  process.on("disconnect", () => {
    process.kill(process.pid, "SIGTERM");
    setTimeout(() => process.exit(1), 5_000).unref();
  });
}
