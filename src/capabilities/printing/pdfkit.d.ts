/** What pdfkit can do and its types leave out. */
declare namespace PDFKit.Mixins {
  interface PDFImage {
    /** A picture read once, to be given to `image` any number of times. */
    openImage(source: ImageSrc): ImageSrc;
  }
}
