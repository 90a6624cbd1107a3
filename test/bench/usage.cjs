// loaded before the measured program: what it used, on descriptor 3, when it ends
process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const usage = { cpuMs: (userCPUTime + systemCPUTime) / 1000, rssMiB: maxRSS / 1024 };
  require('node:fs').writeSync(3, JSON.stringify(usage));
});
