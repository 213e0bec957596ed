/// How a sheet is answered (帳票の回答): what is asked, what is proposed and computed, what is wrong, and what is
/// written of it. It knows no database and no page.
@ApplicationModule
@NullMarked
package hmnet.record.answers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
