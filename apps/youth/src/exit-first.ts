import { installExit } from './exit.ts';

// First of all, before the words are fetched and before anything else that can be slow or can fail.
installExit();
