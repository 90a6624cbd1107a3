/** When something was, as one says it from now; `iso` is the local time that was written down. */
export type Moment =
  | { readonly kind: 'now' }
  | { readonly kind: 'seconds' | 'minutes'; readonly count: number }
  | { readonly kind: 'today' | 'yesterday' | 'weekday' | 'date' | 'dated' | 'future'; readonly iso: string };
