declare module 'virtual:daymark/roadmap' {
  export const roadmap: import('./roadmap/roadmap.ts').Roadmap;
}

declare module 'virtual:daymark/paint' {
  /** Text of the function of `src/progress/paint.ts`. */
  export const paint: string;
}
