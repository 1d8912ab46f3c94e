declare module 'virtual:daymark/roadmap' {
  export const roadmap: import('./roadmap/roadmap.ts').Roadmap;
}
