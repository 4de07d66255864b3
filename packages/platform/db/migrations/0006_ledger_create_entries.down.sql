drop table ledger_exposure, ledger_entry;
