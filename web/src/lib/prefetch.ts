const loaders = new Map<string, () => Promise<unknown>>()

/** Remembers how to load the code of the page at `path`, for when somebody is about to go there. */
export function prefetchable<T>(path: string, load: () => Promise<T>): () => Promise<T> {
  loaders.set(path, load)
  return load
}

/** Loads a page's code ahead; a failure is left to the page, which tries again. */
export function prefetchCode(path: string): void {
  void loaders
    .get(path)?.()
    .catch(() => undefined)
}
