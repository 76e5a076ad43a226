/** Every id is a time-ordered uuid (version 7): no colon, not guessable, newest last. */
export type Id = string
/** A SHA-256 in lower-case hexadecimal: the name of bytes. */
export type Sha256 = string

/** What a viewer may see: everything, or what belongs to these organisations. */
export type Scope = 'all' | readonly Id[]
