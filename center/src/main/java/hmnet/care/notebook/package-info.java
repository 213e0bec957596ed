/// A resident's own medicine notebook: what its codes say is taken in, and what is taken now is handed out (電子版お薬手帳).
@ApplicationModule
@NullMarked
package hmnet.care.notebook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
