import arrowUpRight from 'lucide-static/icons/arrow-up-right.svg?raw';
import bookOpen from 'lucide-static/icons/book-open.svg?raw';
import bookmark from 'lucide-static/icons/bookmark.svg?raw';
import calendar from 'lucide-static/icons/calendar.svg?raw';
import check from 'lucide-static/icons/check.svg?raw';
import checkCheck from 'lucide-static/icons/check-check.svg?raw';
import chevronDown from 'lucide-static/icons/chevron-down.svg?raw';
import chevronLeft from 'lucide-static/icons/chevron-left.svg?raw';
import chevronRight from 'lucide-static/icons/chevron-right.svg?raw';
import chevronUp from 'lucide-static/icons/chevron-up.svg?raw';
import alert from 'lucide-static/icons/circle-alert.svg?raw';
import question from 'lucide-static/icons/circle-question-mark.svg?raw';
import clipboard from 'lucide-static/icons/clipboard-copy.svg?raw';
import columns from 'lucide-static/icons/columns-3.svg?raw';
import download from 'lucide-static/icons/download.svg?raw';
import ellipsis from 'lucide-static/icons/ellipsis.svg?raw';
import fileDown from 'lucide-static/icons/file-down.svg?raw';
import file from 'lucide-static/icons/file-text.svg?raw';
import folderOpen from 'lucide-static/icons/folder-open.svg?raw';
import highlighter from 'lucide-static/icons/highlighter.svg?raw';
import info from 'lucide-static/icons/info.svg?raw';
import keyboard from 'lucide-static/icons/keyboard.svg?raw';
import library from 'lucide-static/icons/library-big.svg?raw';
import filter from 'lucide-static/icons/list-filter.svg?raw';
import listTodo from 'lucide-static/icons/list-todo.svg?raw';
import listTree from 'lucide-static/icons/list-tree.svg?raw';
import locate from 'lucide-static/icons/locate.svg?raw';
import panelLeft from 'lucide-static/icons/panel-left.svg?raw';
import panelRight from 'lucide-static/icons/panel-right.svg?raw';
import pencil from 'lucide-static/icons/pencil.svg?raw';
import plus from 'lucide-static/icons/plus.svg?raw';
import printer from 'lucide-static/icons/printer.svg?raw';
import refresh from 'lucide-static/icons/refresh-cw.svg?raw';
import repeat from 'lucide-static/icons/repeat.svg?raw';
import rowsLoose from 'lucide-static/icons/rows-2.svg?raw';
import rowsDense from 'lucide-static/icons/rows-4.svg?raw';
import search from 'lucide-static/icons/search.svg?raw';
import settings from 'lucide-static/icons/settings.svg?raw';
import shield from 'lucide-static/icons/shield-check.svg?raw';
import tag from 'lucide-static/icons/tag.svg?raw';
import trash from 'lucide-static/icons/trash-2.svg?raw';
import undo from 'lucide-static/icons/undo-2.svg?raw';
import unlink from 'lucide-static/icons/unlink.svg?raw';
import upload from 'lucide-static/icons/upload.svg?raw';
import user from 'lucide-static/icons/user-round.svg?raw';
import x from 'lucide-static/icons/x.svg?raw';
import zoomIn from 'lucide-static/icons/zoom-in.svg?raw';
import zoomOut from 'lucide-static/icons/zoom-out.svg?raw';

/** The drawing inside an icon's `<svg>`: ours comes with its own size and attributes. */
const inner = (svg: string): string => /<svg[^>]*>([\s\S]*)<\/svg>/.exec(svg)?.[1]?.trim() ?? '';

/** Icons by what they stand for; add here what a surface needs (https://lucide.dev/icons). */
export const icons = {
  alert: inner(alert),
  arrowUpRight: inner(arrowUpRight),
  bookmark: inner(bookmark),
  bookOpen: inner(bookOpen),
  calendar: inner(calendar),
  check: inner(check),
  checkCheck: inner(checkCheck),
  chevronDown: inner(chevronDown),
  chevronLeft: inner(chevronLeft),
  chevronRight: inner(chevronRight),
  chevronUp: inner(chevronUp),
  clipboard: inner(clipboard),
  columns: inner(columns),
  download: inner(download),
  ellipsis: inner(ellipsis),
  file: inner(file),
  fileDown: inner(fileDown),
  filter: inner(filter),
  folderOpen: inner(folderOpen),
  highlighter: inner(highlighter),
  info: inner(info),
  keyboard: inner(keyboard),
  library: inner(library),
  listTodo: inner(listTodo),
  listTree: inner(listTree),
  locate: inner(locate),
  panelLeft: inner(panelLeft),
  panelRight: inner(panelRight),
  pencil: inner(pencil),
  plus: inner(plus),
  printer: inner(printer),
  question: inner(question),
  refresh: inner(refresh),
  repeat: inner(repeat),
  rowsDense: inner(rowsDense),
  rowsLoose: inner(rowsLoose),
  search: inner(search),
  settings: inner(settings),
  shield: inner(shield),
  tag: inner(tag),
  trash: inner(trash),
  undo: inner(undo),
  unlink: inner(unlink),
  upload: inner(upload),
  user: inner(user),
  x: inner(x),
  zoomIn: inner(zoomIn),
  zoomOut: inner(zoomOut),
} as const;

export type IconName = keyof typeof icons;
