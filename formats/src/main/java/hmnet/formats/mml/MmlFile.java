package hmnet.formats.mml;

import hmnet.formats.base.Note;
import hmnet.formats.base.Unreadable;
import hmnet.formats.base.tree.Node;
import hmnet.formats.base.tree.Tree;
import hmnet.formats.file.FacilityFile;
import hmnet.formats.file.Format;
import hmnet.formats.model.chart.Sheet;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A document in MML, CLAIM among its modules (MML 2.3・3.0、CLAIM): of one patient.
public final class MmlFile implements FacilityFile {
    private static final Pattern ROOT = Pattern.compile("<([A-Za-z]+:)?Mml[\\s>]");
    private static final int HEAD = 8192;
    private static final OffsetDateTime UNKNOWN = OffsetDateTime.of(1970, 1, 1, 0, 0, 0, 0, ZoneOffset.ofHours(9));

    private final Node root;
    private final String patient;
    private final List<Module> modules;
    private final List<Note> notes;

    private MmlFile(Node root, String patient, List<Module> modules, List<Note> notes) {
        this.root = root;
        this.patient = patient;
        this.modules = modules;
        this.notes = notes;
    }

    public static boolean looksLike(byte[] head, String name) {
        return ROOT.matcher(new String(head, 0, Math.min(head.length, HEAD), StandardCharsets.ISO_8859_1))
                .find();
    }

    public static MmlFile read(byte[] bytes) throws Unreadable {
        var tree = Tree.read(bytes);
        var root = tree.json() || tree.root().children().isEmpty()
                ? Node.NONE
                : tree.root().children().getFirst();
        if (!root.name().equals("Mml")) {
            throw new Unreadable("not-mml", 1, root.name(), "the outer element is not Mml");
        }
        var made = MmlTime.of(root.attribute("createDate"));
        var modules = root.at("MmlBody").all("MmlModuleItem").stream()
                .map(item -> new Module(item, made == null ? UNKNOWN : made))
                .toList();
        if (modules.isEmpty()) {
            throw new Unreadable("module-missing", root.line(), "MmlBody", "no MmlModuleItem");
        }
        var notes = new ArrayList<>(tree.notes());
        for (var module : modules) {
            check(module, notes);
        }
        if (modules.stream().allMatch(module -> module.body().isBlank())) {
            throw new Unreadable("content-missing", root.line(), "content", "no module says anything");
        }
        return new MmlFile(root, patient(root), modules, List.copyOf(notes));
    }

    private static void check(Module module, List<Note> notes) {
        int line = module.item().line();
        if (module.body().isBlank()) {
            notes.add(Note.info("content-empty", line, "content", module.type()));
            return;
        }
        if (module.uid().isEmpty()) {
            notes.add(Note.repair("uid-missing", line, "docId", module.type() + ": known by its kind and time"));
        }
        if (!module.said().isEmpty() && !module.said().equals(module.type())) {
            notes.add(Note.repair(
                    "kind-differs", line, module.said(), "is a " + module.body().name()));
        }
        switch (module.read()) {
            case "unknown" ->
                notes.add(Note.info(
                        "module-unknown", line, module.type(), module.body().name()));
            case "none" -> notes.add(Note.info("nothing-to-file", line, module.type(), module.japanese()));
            default -> {}
        }
    }

    /// One document, one patient: the numbers of its header and of its patient module agree.
    private static String patient(Node root) throws Unreadable {
        var numbers = new TreeSet<String>();
        Stream.concat(
                        Stream.of(root.at("MmlHeader", "masterId")),
                        root.within("PatientModule").stream().map(module -> module.at("uniqueInfo", "masterId")))
                .map(id -> id.said("Id"))
                .filter(id -> !id.isEmpty())
                .forEach(numbers::add);
        if (numbers.isEmpty()) {
            throw new Unreadable("patient-missing", root.line(), "masterId", "no patient number");
        }
        if (numbers.size() > 1) {
            throw new Unreadable("patient-differs", root.line(), "masterId", String.join(", ", numbers));
        }
        return numbers.first();
    }

    @Override
    public Format format() {
        return Format.MML;
    }

    @Override
    public String version() {
        return root.attribute("version");
    }

    /// Its modules by their Japanese names.
    @Override
    public String kind() {
        return String.join(
                "・", modules.stream().map(Module::japanese).distinct().toList());
    }

    @Override
    public List<Note> notes() {
        return notes;
    }

    /// Everything the file says, as it says it.
    public Node content() {
        return root;
    }

    @Override
    public List<Sheet> sheets() {
        return new MmlSheets(patient, modules).all();
    }
}
