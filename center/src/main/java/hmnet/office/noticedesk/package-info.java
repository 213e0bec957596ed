/// The pages where versions of the notice are kept, and where a facility says that it hangs (説明の版・院内掲示).
@ApplicationModule
@NullMarked
package hmnet.office.noticedesk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
