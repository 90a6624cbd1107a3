/** Runs a test file on the clock of Paris; import it before anything that reads the time. */
process.env['TZ'] = 'Europe/Paris';
