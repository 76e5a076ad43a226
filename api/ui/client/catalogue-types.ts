export type { Catalogue, CataloguedIndicator } from '../../../schemas/catalogue.ts'
