/// Who is at a shelter and what medicines they need, while the disaster mode holds (避難所名簿).
@ApplicationModule
@NullMarked
package hmnet.care.shelter;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
