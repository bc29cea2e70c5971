import { joinedRosters, readRoster } from '../follow/roster';
import { readStatusWords } from '../follow/status-words';
import { MANAGED_UNIT, settings, updateDecisions, updateProfiles } from '../settings';
import type { DutyDecision, Profile } from '../units/types';
import type { BackupSettings } from './backup-writing';
import { addMappings, addSets, readMemory } from './ledger/memory';

/** What of the settings is the reader's work and goes into a backup; looks and sites are of this machine. */
export async function backupSettings(): Promise<BackupSettings> {
  const [profiles, decisions, ledger, roster, statusWords] = await Promise.all([
    settings.profiles.getValue(),
    settings.decisions.getValue(),
    settings.ledger.getValue(),
    settings.roster.getValue(),
    settings.statusWords.getValue(),
  ]);
  // The administrator's is not the reader's to take along.
  const own = profiles.filter(({ id }) => id !== MANAGED_UNIT);
  const { sets, mappings } = readMemory(ledger);
  return { profiles: own, decisions, ledgerSets: sets, ledgerMappings: mappings, roster, statusWords };
}

/** The units in a backup that are whole. */
export function profilesOf(kept: BackupSettings): Profile[] {
  return Array.isArray(kept.profiles) ? kept.profiles.filter(isProfile) : [];
}

/** Adds units, decisions, people, status words, column sets and mappings that are not here; those that are stay as they are. */
export async function takeSettings(kept: BackupSettings): Promise<void> {
  const profiles = profilesOf(kept);
  await updateProfiles((own) => [...own, ...profiles.filter(({ id }) => !own.some((profile) => profile.id === id))]);
  const decisions = Array.isArray(kept.decisions) ? kept.decisions.filter(isDecision) : [];
  await updateDecisions((own) => {
    const known = new Set(own.map((decision) => JSON.stringify(decision)));
    // Among equals the last wins: what comes from the file stands before what was decided here.
    return [...decisions.filter((decision) => !known.has(JSON.stringify(decision))), ...own];
  });
  if (kept.roster !== undefined) {
    const ours = readRoster(await settings.roster.getValue());
    await settings.roster.setValue(joinedRosters(ours, readRoster(kept.roster)));
  }
  if (kept.statusWords !== undefined) {
    const ours = readStatusWords(await settings.statusWords.getValue());
    await settings.statusWords.setValue(readStatusWords([...ours, ...readStatusWords(kept.statusWords)]));
  }
  if (kept.ledgerSets !== undefined) {
    await settings.ledger.setValue(addSets(readMemory(await settings.ledger.getValue()), kept.ledgerSets));
  }
  if (kept.ledgerMappings !== undefined) {
    await settings.ledger.setValue(addMappings(readMemory(await settings.ledger.getValue()), kept.ledgerMappings));
  }
}

function isProfile(value: unknown): value is Profile {
  const { id, name, region, kind, aliases, colour } = (value ?? {}) as Record<string, unknown>;
  const texts = [id, name, region, kind].every((field) => typeof field === 'string' && field.length <= 200);
  const lists = Array.isArray(aliases) && aliases.every((alias) => typeof alias === 'string' && alias.length <= 200);
  return texts && lists && (colour === null || (typeof colour === 'string' && /^#[0-9a-f]{3,8}$/i.test(colour)));
}

function isDecision(value: unknown): value is DutyDecision {
  const { profile, verdict, scope, unit, document, measure } = (value ?? {}) as Record<string, unknown>;
  return (
    typeof profile === 'string' &&
    (verdict === 'confirmed' || verdict === 'dismissed') &&
    (scope === 'measure' || scope === 'document' || scope === 'always') &&
    [unit, document, measure].every((field) => field === null || typeof field === 'string')
  );
}
