/// What a facility's staff keep of a person for themselves: notes and flags (院内メモ・フラグ).
@ApplicationModule
@NullMarked
package hmnet.care.notes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
