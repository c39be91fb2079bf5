/** The door of the probe: what the command, the SnelStart node and the manual use of it. */
export { themes, type Assumption, type Finding } from './assumption';
export { type ProbeAnswer, type ProbeCall, type Send } from './call';
export { assumptions } from './register';
export { countOf, textOfReport, type Report, type Result } from './report';
export { ProbeRefused, runProbe, type ProbeOptions, type RefusedBecause } from './run';
export { NO_SUCH_ORDER } from './takeBack';
