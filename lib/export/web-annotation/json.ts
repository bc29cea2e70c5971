import type { Json, JsonObject } from './types';

/** JSON-LD says one thing, several or none in the same place. */
export const listOf = (value: Json | undefined): readonly Json[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? value : [value as Json];

export const asObject = (value: Json | undefined): JsonObject | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : null;

export const asText = (value: Json | undefined): string | null => (typeof value === 'string' ? value : null);

export const asNumber = (value: Json | undefined): number | null =>
  typeof value === 'number' && Number.isFinite(value) ? value : null;

export const asTexts = (value: Json | undefined): string[] =>
  listOf(value).filter((each): each is string => typeof each === 'string');
