package hmnet.care.handbook;

import hmnet.ground.design.TypedForm;
import hmnet.record.ownrecords.FiledPhoto;
import hmnet.record.ownrecords.OwnPhotoKind;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The page of a resident's photographs (写真の画面).
///
/// @param writes whether whoever has it open may add some
/// @param nowhere no handbook is registered: nobody can add any
/// @param photo the number that the next ones get
/// @param older the address of what lies before; null for nothing
record OwnPhotosScreen(
        @Nullable String told,
        boolean writes,
        boolean nowhere,
        String photo,
        LocalDate today,
        TypedForm form,
        List<PhotoLine> lines,
        @Nullable String older) {
    static final List<OwnPhotoKind> KINDS = List.of(OwnPhotoKind.values());
    static final String PROBLEM = "photos.problem.";
    static final int PAGES = OwnPhotos.PAGES;
    static final int MEGABYTES = OwnPhotos.MAX_BYTES >> 20;

    /// One sheet in the list.
    record PhotoLine(UUID record, String title, LocalDate day) {}

    /// One sheet with its pictures.
    record PhotoScreen(UUID record, FiledPhoto photo, boolean writes) {}
}
