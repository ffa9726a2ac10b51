-- What the staff answered before answers counted as handling the complaint.
UPDATE complaints c SET staff_handled = true
WHERE NOT staff_handled AND EXISTS (SELECT FROM chat_messages m WHERE m.room_id = c.id AND m.from_staff);
