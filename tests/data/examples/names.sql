SELECT SubscriberKey, Email, FirstName FROM [NTO Customers] WHERE FirstName IS NOT NULL
