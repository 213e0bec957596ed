package hmnet.formats.other;

import hmnet.formats.base.Note;
import hmnet.formats.base.Unreadable;
import hmnet.formats.other.LargeExaminer.CleanedTarget;
import hmnet.formats.other.picture.CleanedContent;
import hmnet.formats.other.picture.LargeBytes;
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

    /// A large one is looked at in windows that overlap by more than the longest name.
    private static final int WINDOW = 33 << 20;

    private static final int OVERLAP = 1024;

    private Pdf() {}

    static CleanedContent clean(byte[] bytes) throws Unreadable {
        var out = new ByteArrayOutputStream();
        var notes = new ArrayList<Note>();
        try {
            boolean rewritten = cleaned(LargeBytes.of(bytes), () -> Loader.loadPDF(bytes), notes, () -> out);
            return new CleanedContent(
                    FileKind.PDF.contentType(), rewritten ? out.toByteArray() : bytes, List.copyOf(notes));
        } catch (IOException e) {
            throw damaged(e);
        }
    }

    /// A document of any length, written anew to where it is to go; false when it stays as it came.
    static boolean clean(LargeBytes bytes, List<Note> notes, CleanedTarget target) throws Unreadable, IOException {
        return cleaned(bytes, () -> Loader.loadPDF(new PdfSource(bytes)), notes, target);
    }

    @FunctionalInterface
    private interface Opening {
        PDDocument open() throws IOException;
    }

    private static boolean cleaned(LargeBytes bytes, Opening opening, List<Note> notes, CleanedTarget target)
            throws Unreadable, IOException {
        var end = new String(bytes.read(Math.max(0, bytes.length() - TAIL), TAIL), StandardCharsets.ISO_8859_1);
        if (!end.contains("%%EOF")) {
            throw new Unreadable("truncated", 0, "", "the document is cut: %%EOF is missing");
        }
        try (var document = opening.open()) {
            return cleaned(document, bytes, notes, target);
        } catch (InvalidPasswordException | NoClassDefFoundError e) {
            throw encrypted(); // what opens a lock is not even there where strangers' files are opened
        } catch (IOException | RuntimeException e) {
            throw damaged(e);
        } catch (StackOverflowError e) {
            throw new Unreadable("too-complex", 0, "", "objects stand within each other too deeply");
        }
    }

    private static Unreadable damaged(Exception why) {
        return new Unreadable("damaged", 0, "", "the document cannot be read: " + why.getMessage());
    }

    private static Unreadable encrypted() {
        return new Unreadable("encrypted", 0, "/Encrypt", "a document with a password cannot be shown");
    }

    private static boolean cleaned(PDDocument document, LargeBytes bytes, List<Note> notes, CleanedTarget target)
            throws IOException, Unreadable {
        if (document.isEncrypted() || document.getDocument().getTrailer().containsKey(COSName.ENCRYPT)) {
            throw encrypted();
        }
        PdfPages.check(document.getDocumentCatalog().getCOSObject());
        var objects = PdfObjects.of(document.getDocument());
        var acts = acts(document, objects);
        PdfStreams.check(objects.dictionaries(), bytes.length());
        if (!document.getSignatureDictionaries().isEmpty()) {
            refuseLeadingOut(acts);
            asSigned(bytes, notes);
            return false;
        }
        acts.unlink();
        document.getDocumentCatalog()
                .getCOSObject()
                .removeItem(COSName.URI); // what addresses without a beginning meant
        if (!acts.leadingOut().isEmpty()) {
            notes.add(Note.info("links-removed", 0, "/A", acts.leadingOut().size() + " to files or shares"));
        }
        rewritten(document, objects, notes, target);
        return true;
    }

    /// A signed document stays as it came, so its links cannot be taken away.
    private static void refuseLeadingOut(PdfActs acts) throws Unreadable {
        if (!acts.leadingOut().isEmpty()) {
            throw new Unreadable("active-content", 0, "A", "a signed document with links to files or shares");
        }
    }

    private static PdfActs acts(PDDocument document, PdfObjects objects) throws Unreadable {
        var acts = new PdfActs();
        for (var one : objects.dictionaries()) {
            acts.check(one);
        }
        PdfActs.checkStart(document.getDocumentCatalog().getCOSObject());
        return acts;
    }

    /// Two readers may differ about a file that is handed out as it came: its letters are looked at too, and each
    /// earlier state of it, which a reader can go back to.
    private static void asSigned(LargeBytes bytes, List<Note> notes) throws Unreadable, IOException {
        for (long at = 0; at < bytes.length(); at += WINDOW - OVERLAP) {
            PdfActs.checkLetters(bytes.read(at, WINDOW));
        }
        for (long end : PdfStates.before(bytes)) {
            asBefore(new PdfSource(PdfStates.cut(bytes, end)));
        }
        notes.add(Note.info("signature-kept", 0, "/ByteRange", "a signed document is not touched"));
        notes.add(Note.info("metadata-kept", 0, "/Info", "author, programs and times may be in it"));
    }

    /// What is no document by itself is no state to go back to.
    private static void asBefore(PdfSource state) throws Unreadable {
        try (var document = Loader.loadPDF(state)) {
            refuseLeadingOut(acts(document, PdfObjects.of(document.getDocument())));
        } catch (IOException | RuntimeException none) {
            // No reader shows it either.
        }
    }

    private static void rewritten(PDDocument document, PdfObjects objects, List<Note> notes, CleanedTarget target)
            throws IOException {
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
        try (var out = target.begin()) {
            document.save(out, CompressParameters.NO_COMPRESSION);
        }
    }
}
