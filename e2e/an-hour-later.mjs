// Loaded into a server before its program (`--import`): at each SIGUSR2 its clock is 61 minutes further on.
const { now } = Date;
let ahead = 0;
Date.now = () => now() + ahead;
process.on('SIGUSR2', () => {
  ahead += 61 * 60_000;
});
