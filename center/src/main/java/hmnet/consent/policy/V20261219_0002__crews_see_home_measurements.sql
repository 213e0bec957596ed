-- Crews see blood pressure and weight beside the rest of what an emergency needs first (救急での血圧・体重; F173). The line that came with the
-- centre is written anew, since nobody agreed to it yet; lines of the office stay and hold as before.
update profession_line
   set kinds = kinds | (1 << 16),
       why = 'chooses hospital and first aid through the emergency doors alone; blood group and infections and implants decide both and home pressure and weight help'
 where profession = 'paramedic' and agreed_by = '';
