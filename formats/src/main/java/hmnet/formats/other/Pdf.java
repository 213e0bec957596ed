package hmnet.formats.other;

import hmnet.formats.base.Note;
import hmnet.formats.base.Unreadable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/// A PDF that only shows (PDFの検査とメタデータ除去), read by a parser and not by its letters. What is handed out is
/// written anew from what was understood: nothing is in it that was not looked at, no earlier state of the document and
/// nobody's name. A signed document stays as it came, or its signature would end; that is told.
final class Pdf {
    private static final int TAIL = 2048;

    private Pdf() {}

    static CleanedContent clean(byte[] bytes) throws Unreadable {
        var end = new String(
                bytes, Math.max(0, bytes.length - TAIL), Math.min(TAIL, bytes.length), StandardCharsets.ISO_8859_1);
        if (!end.contains("%%EOF")) {
            throw new Unreadable("truncated", 0, "", "the document is cut: %%EOF is missing");
        }
        try (var document = Loader.loadPDF(bytes)) {
            return cleaned(document, bytes);
        } catch (InvalidPasswordException | NoClassDefFoundError e) {
            throw encrypted(); // what opens a lock is not even there where strangers' files are opened
        } catch (IOException | RuntimeException e) {
            throw new Unreadable("damaged", 0, "", "the document cannot be read: " + e.getMessage());
        } catch (StackOverflowError e) {
            throw new Unreadable("too-complex", 0, "", "objects stand within each other too deeply");
        }
    }

    private static Unreadable encrypted() {
        return new Unreadable("encrypted", 0, "/Encrypt", "a document with a password cannot be shown");
    }

    private static CleanedContent cleaned(PDDocument document, byte[] bytes) throws IOException, Unreadable {
        if (document.isEncrypted() || document.getDocument().getTrailer().containsKey(COSName.ENCRYPT)) {
            throw encrypted();
        }
        if (document.getNumberOfPages() == 0) {
            throw new Unreadable("damaged", 0, "/Pages", "a document without a page");
        }
        var objects = PdfObjects.of(document.getDocument());
        for (var one : objects.dictionaries()) {
            PdfActs.check(one);
        }
        PdfActs.checkStart(document.getDocumentCatalog().getCOSObject());
        return document.getSignatureDictionaries().isEmpty() ? rewritten(document, objects) : asSigned(bytes);
    }

    /// Two readers may differ about a file that is handed out as it came: its letters are looked at too.
    private static CleanedContent asSigned(byte[] bytes) throws Unreadable {
        PdfActs.checkLetters(bytes);
        return new CleanedContent(
                FileKind.PDF.contentType(),
                bytes,
                List.of(
                        Note.info("signature-kept", 0, "/ByteRange", "a signed document is not touched"),
                        Note.info("metadata-kept", 0, "/Info", "author, programs and times may be in it")));
    }

    private static CleanedContent rewritten(PDDocument document, PdfObjects objects) throws IOException {
        var notes = new ArrayList<Note>();
        var cos = document.getDocument();
        var trailer = new COSDictionary();
        var metadata = new PdfMetadata();
        metadata.removeFrom(cos.getTrailer(), objects);
        trailer.setItem(COSName.ROOT, cos.getTrailer().getItem(COSName.ROOT));
        cos.setTrailer(trailer);
        document.setDocumentId(0L); // else the time of writing stands in it, and the same file never is the same
        if (metadata.removed() > 0) {
            notes.add(Note.info("metadata-removed", 0, "/Info, /Metadata", metadata.removed() + " entries"));
        }
        if (metadata.unseen() > 0) {
            notes.add(Note.info("metadata-kept", 0, "/Image", metadata.unseen() + " pictures were not looked into"));
        }
        var out = new ByteArrayOutputStream();
        document.save(out, CompressParameters.NO_COMPRESSION);
        return new CleanedContent(FileKind.PDF.contentType(), out.toByteArray(), notes);
    }
}
