alter table accord.ledger_entry drop column notices;
