// pdf.js's own thread: it takes orders as soon as its code is there, so the bound stands before it, and what an older browser
// lacks: pdf.js's older build does not bring all of it.
import '../../older';
import './bounded';
import 'pdfjs-dist/legacy/build/pdf.worker.min.mjs';
