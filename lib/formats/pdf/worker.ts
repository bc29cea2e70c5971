// pdf.js's own thread: it takes orders as soon as its code is there, so the bound stands before it.
import './bounded';
import 'pdfjs-dist/legacy/build/pdf.worker.min.mjs';
