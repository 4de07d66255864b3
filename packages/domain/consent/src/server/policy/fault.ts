/** Rules of a state that cannot be trusted. Its message is for the operator: it names the file and the way out. */
export class PolicyFault extends Error {
  override readonly name = 'PolicyFault';
}
