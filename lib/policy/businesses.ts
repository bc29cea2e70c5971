import { isDoer, isInstitution, isOffice } from './doers';

/** A company or a school by its own name: of it a word must say that it has to do something. */
export const isBusiness = (name: string): boolean => isInstitution(name) && !isDoer(name) && !isOffice(name);

/** What a company does by a decision begins so; what it did (已缴纳, 拖欠) does not. */
export const takesUp =
  /^(?:要|应|须|于|在\d|对|按|尽快|立即|抓紧|具体|统一|共同|落实|负责|做好|配合|协助|保障|组织|实施|承担|推进|提供|加强|开展|完成)/;
