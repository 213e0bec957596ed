/// Sheets in use (帳票): their versions and who let them in, drafts, sign-off into the inbox, and how a sheet is drawn.
@ApplicationModule
@NullMarked
package hmnet.record.forms;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
