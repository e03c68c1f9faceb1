export const SCHEMA = 'bench_boss';
export const NOTHING = 'nothing';
