import config from './playwright.config.ts';

/** Makes the pictures of the documents anew, from the demo as it is loaded: see tests/pictures. */
export default { ...config, testDir: './pictures', reporter: 'list' };
