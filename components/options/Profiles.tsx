import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { PolicyDocument } from '../../lib/policy/types';
import { newKey } from '../../lib/store/keys';
import type { Profile } from '../../lib/units/types';
import { Button, IconButton } from '../ui/Button';
import { ManagedNote } from './ManagedNote';
import { kindWord, ProfileForm } from './ProfileForm';
import './profile.css';
import { Section } from './Section';

export interface ProfilesProps {
  readonly profiles: readonly Profile[];
  readonly onSave: (profile: Profile) => void;
  readonly onRemove: (profile: Profile) => void;
  /** A name to begin with, from the side panel. */
  readonly offered?: string;
  readonly lastRead?: PolicyDocument | null;
  /** The first of them is the administrator's: it is shown and cannot be changed here. */
  readonly managed?: boolean;
}

const blank = (name = ''): Profile => ({
  id: newKey(),
  name,
  region: '',
  kind: 'government-department',
  aliases: [],
  colour: null,
});

/** The reader's own units: one nearly always, several for a clerk who serves more than one. */
export function Profiles({ profiles, onSave, onRemove, offered, lastRead = null, managed = false }: ProfilesProps) {
  const [editing, setEditing] = useState<Profile | null>(offered ? blank(offered) : null);
  const isNew = editing !== null && !profiles.some((profile) => profile.id === editing.id);
  const save = (profile: Profile) => {
    onSave(profile);
    setEditing(null);
  };
  const form = (profile: Profile) => (
    <ProfileForm
      key={profile.id}
      profile={profile}
      lastRead={lastRead}
      onSave={save}
      onCancel={() => setEditing(null)}
    />
  );
  return (
    <Section id="profiles" title={i18n.t('options.units')} intro={i18n.t('options.unitsIntro')}>
      <ul class="profiles">
        {profiles.map((profile, index) => (
          <li key={profile.id} class="profile">
            {editing?.id === profile.id ? (
              form(profile)
            ) : (
              <div class="profile-line">
                <span class="profile-colour" style={{ background: profile.colour ?? 'var(--mine)' }} />
                <div class="profile-text">
                  <strong>{profile.name}</strong>
                  <p>{[kindWord(profile.kind), profile.region, ...profile.aliases].filter(Boolean).join(' · ')}</p>
                </div>
                {managed && index === 0 ? (
                  <ManagedNote />
                ) : (
                  <>
                    <IconButton
                      icon="pencil"
                      label={i18n.t('options.editUnit', [profile.name])}
                      onClick={() => setEditing(profile)}
                    />
                    <IconButton
                      icon="trash"
                      label={i18n.t('options.removeUnit', [profile.name])}
                      onClick={() => onRemove(profile)}
                    />
                  </>
                )}
              </div>
            )}
          </li>
        ))}
        {isNew && <li class="profile">{form(editing)}</li>}
      </ul>
      {!editing && (
        <Button
          class="section-button"
          variant={profiles.length ? 'plain' : 'primary'}
          icon="plus"
          onClick={() => setEditing(blank())}
        >
          {i18n.t(profiles.length ? 'options.addUnit' : 'options.firstUnit')}
        </Button>
      )}
    </Section>
  );
}
