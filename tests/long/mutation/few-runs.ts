import fc from 'fast-check';

// Asked once for every mutant: fewer random cases, and the same ones each time, so that a score can be compared.
fc.configureGlobal({ numRuns: 25, seed: 20261122 });
